package vn.nghisu.secret;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;

/** A challenge and the answer to it. */
public record Proof(BigInteger c, BigInteger s) {

    static Proof read(Shape shape) throws CheckFailed {
        return of(shape.object("c", "s"));
    }

    static Proof of(Shape shape) throws CheckFailed {
        return new Proof(scalar(shape.get("c")), scalar(shape.get("s")));
    }

    static BigInteger scalar(Shape shape) throws CheckFailed {
        return Group.scalar(shape.text(), shape.name());
    }

    ObjectNode json() {
        return Shape.object().put("c", Group.hex(c)).put("s", Group.hex(s));
    }
}

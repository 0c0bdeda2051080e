package vn.nghisu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.nghisu.cli.rehearse.Performance;

/** Simulated tablets over real WebSockets. */
@Command(name = "rehearse", mixinStandardHelpOptions = true,
        description = "Diễn tập với máy tính bảng giả lập: vào họp, theo dõi, biểu quyết, rớt mạng rồi trở lại; in thời gian và mọi thông điệp mất hay trùng."
                + " / Simulated tablets that enter, follow, vote, lose the network and come back; prints times and any message lost or doubled.")
final class RehearseCommand implements Callable<Integer> {
    @Mixin
    private Performance performance;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return performance.play(spec.commandLine().getOut()) ? 0 : Nghisu.FAILED;
    }
}

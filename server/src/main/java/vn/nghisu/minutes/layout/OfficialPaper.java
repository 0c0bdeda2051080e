package vn.nghisu.minutes.layout;

import java.util.List;

/**
 * The text of an official paper, before it is set on pages.
 *
 * @param title for lists and window titles
 * @param agency whose paper it is
 */
public record OfficialPaper(String title, String agency, List<Block> blocks) {
    /** As it is signed: nothing stands where a signature or a seal will stand. */
    public OfficialPaper toBeSigned() {
        return new OfficialPaper(title, agency, blocks.stream().map(OfficialPaper::withoutMarks).toList());
    }

    private static Block withoutMarks(Block block) {
        if (block instanceof Block.Closing closing) {
            return new Block.Closing(closing.recipients(), closing.capacity(), "", closing.name());
        }
        return block instanceof Block.Signatures signatures ? new Block.Signatures(withoutMark(signatures.left()), withoutMark(signatures.right())) : block;
    }

    private static Block.Signatures.Signature withoutMark(Block.Signatures.Signature signature) {
        return new Block.Signatures.Signature(signature.role(), "", signature.name());
    }
}

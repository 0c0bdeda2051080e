package vn.nghisu.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Contest;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mark;

/** Forms of ballots and how people fill them, drawn by lot. */
final class SimulationForms {
    static final List<MajorityRule> RULES = List.of(MajorityRule.MORE_THAN_HALF_OF_ALL,
            new MajorityRule(MajorityRule.Base.CAST, 2, 3, false, MajorityRule.Tie.FALLS),
            new MajorityRule(MajorityRule.Base.PRESENT, 1, 2, true, MajorityRule.Tie.CHAIR_DECIDES),
            new MajorityRule(MajorityRule.Base.CAST_WITHOUT_ABSTENTIONS, 1, 2, true, MajorityRule.Tie.CHAIR_DECIDES));

    private SimulationForms() {}

    static Form form(SimulationWorld world) {
        List<Form.Option> options = IntStream.rangeClosed(1, 2 + world.random.nextInt(3)).mapToObj(i -> new Form.Option("name" + i, "Người " + i)).toList();
        return switch (world.random.nextInt(5)) {
            case 0 -> new Form.Choose(options, 1 + world.random.nextInt(options.size()));
            case 1 -> new Form.Election(options, 1 + world.random.nextInt(3));
            case 2 -> new Form.EachCandidate(options);
            default -> new Form.Answers(world.oneOf(List.of(ChoiceSet.values())));
        };
    }

    /** Mostly as many as each question of the ballot takes. */
    static List<String> marks(SimulationWorld world, Form form) {
        if (world.chance(3)) {
            return List.of("nothing");
        }
        List<String> marks = new ArrayList<>();
        for (Contest contest : form.contests()) {
            List<Mark> shuffled = new ArrayList<>(contest.marks());
            Collections.shuffle(shuffled, world.random);
            int many = world.chance(5) ? world.random.nextInt(shuffled.size() + 1) : contest.least() + world.random.nextInt(contest.most() - contest.least() + 1);
            shuffled.subList(0, many).forEach(mark -> marks.add(mark.id()));
        }
        return marks;
    }
}

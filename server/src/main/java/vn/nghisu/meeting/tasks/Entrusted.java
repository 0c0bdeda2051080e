package vn.nghisu.meeting.tasks;

/**
 * Somebody with a part in a task, who need not be on the meeting's list; a copy of the directory, so that an old journal reads the same
 * when people change posts.
 *
 * @param id person id of the directory
 * @param title post held, may be empty
 * @param unit agency or department, may be empty
 */
public record Entrusted(String id, String name, String title, String unit) {
    Entrusted stripped() {
        return new Entrusted(id, name.strip(), title.strip(), unit.strip());
    }
}

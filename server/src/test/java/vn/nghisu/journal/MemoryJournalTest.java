package vn.nghisu.journal;

class MemoryJournalTest extends JournalContract {

    @Override
    Journal open() {
        return new MemoryJournal();
    }
}

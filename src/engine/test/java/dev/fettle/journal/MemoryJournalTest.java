package dev.fettle.journal;

class MemoryJournalTest implements JournalContract {
    @Override
    public Journal journal() {
        return new MemoryJournal();
    }
}

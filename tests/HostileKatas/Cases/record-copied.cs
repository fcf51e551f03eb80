// harmless: each thread has a copy of a record -> Proved
public static class Kata
{
    sealed record Account(string Owner)
    {
        public int Balance { get; set; }
    }

    public static void Run()
    {
        var account = new Account("Ann");
        var mine = account with { Balance = 1 };
        var worker = new Thread(() => account.Balance = 5);
        worker.Start();
        mine.Balance++;
        worker.Join();
        if (mine.Balance + account.Balance != 7) throw new InvalidOperationException($"{mine}");
    }
}

// hostile: a race on a property of a record, inside a pattern -> data race
public static class Kata
{
    sealed record Account(string Owner)
    {
        public int Balance { get; set; }
    }

    public static void Run()
    {
        var account = new Account("Ann");
        var worker = new Thread(() => account.Balance = 5);
        worker.Start();
        var isRich = account is { Owner: ['A', ..], Balance: > 3 and not 7 };
        worker.Join();
        Console.WriteLine(isRich);
    }
}

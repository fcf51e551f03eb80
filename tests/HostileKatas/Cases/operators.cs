// hostile: a race in an operator of its own -> data race
public static class Kata
{
    sealed class Money
    {
        public int Cents;

        public static Money operator +(Money a, int cents)
        {
            a.Cents += cents;
            return a;
        }
    }

    public static void Run()
    {
        var money = new Money();
        var worker = new Thread(() => _ = money + 1);
        worker.Start();
        _ = money + 2;
        worker.Join();
    }
}

// hostile: two workers that count for ever under a lock -> had not ended after 5,000 steps
public static class Kata
{
    static readonly object gate = new();
    static int count;

    public static void Run()
    {
        Both(() =>
        {
            while (true) lock (gate) count++;
        });
    }

    static void Both(ThreadStart work)
    {
        var one = new Thread(work);
        var other = new Thread(work);
        one.Start();
        other.Start();
        one.Join();
        other.Join();
    }
}

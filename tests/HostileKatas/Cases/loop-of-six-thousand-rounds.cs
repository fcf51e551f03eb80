// hostile: a loop that would end after 6,000 rounds under a lock -> had not ended after 5,000 steps
public static class Kata
{
    static readonly object gate = new();
    static int count;

    public static void Run()
    {
        Both(() =>
        {
            for (var i = 0; i < 6_000; i++) lock (gate) count++;
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

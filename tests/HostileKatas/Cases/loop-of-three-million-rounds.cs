// harmless: a loop of three million rounds that touches nothing shared -> Proved
public static class Kata
{
    static readonly object gate = new();
    static int count;

    public static void Run()
    {
        Both(() =>
        {
            var own = 0;
            for (var i = 0; i < 3_000_000; i++) own += i & 1;
            lock (gate) count += own;
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

// hostile: endless recursion under a lock -> The calls of Kata.Increment at Kata.cs:23 had not ended after
public static class Kata
{
    static readonly object gate = new();
    static int count;

    public static void Run()
    {
        Both(Increment);
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

    static void Increment()
    {
        lock (gate)
        {
            count++;
            Increment();
        }
    }
}

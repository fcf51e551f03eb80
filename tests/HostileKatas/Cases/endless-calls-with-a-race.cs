// hostile: two workers that call themselves for ever, without a lock -> Also: the calls of Kata.Increment at Kata.cs:
public static class Kata
{
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
        count++;
        Increment();
    }
}

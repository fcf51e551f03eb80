// hostile: two workers that count for ever, without a lock -> Also: the loop at Kata.cs:10 had not ended after 5,000 steps
public static class Kata
{
    static int count;

    public static void Run()
    {
        Both(() =>
        {
            while (true) count++;
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

// hostile: a list that grows for ever under a lock -> The loop at Kata.cs:10 had not ended after 5,000 steps
public static class Kata
{
    static readonly List<int> list = [];

    public static void Run()
    {
        Both(() =>
        {
            while (true) lock (list) list.Add(1);
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

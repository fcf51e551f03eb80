// hostile: the same in a try block -> data race on `count`
public static class Kata
{
    static int count;

    public static void Run()
    {
        Both(() =>
        {
            while (true)
            {
                try { count++; } catch (Exception) { }
            }
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

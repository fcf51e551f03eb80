// hostile: 600 rounds of an unlocked update in two workers -> data race on `count`
public static class Kata
{
    static int count;

    public static void Run()
    {
        Both(() =>
        {
            for (var i = 0; i < 600; i++) count++;
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

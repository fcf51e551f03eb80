// hostile: a race inside an iterator -> data race
public static class Kata
{
    static int count;

    static IEnumerable<int> Numbers()
    {
        try
        {
            for (var i = 0; i < 2; i++) yield return count++;
        }
        finally
        {
            count--;
        }
    }

    public static void Run()
    {
        var worker = new Thread(() => Numbers().First());
        worker.Start();
        Numbers().First();
        worker.Join();
    }
}

// hostile: a race in an exception filter -> data race
public static class Kata
{
    static int seen;

    public static void Run()
    {
        var worker = new Thread(Fail);
        worker.Start();
        Fail();
        worker.Join();
    }

    static void Fail()
    {
        try
        {
            throw new InvalidOperationException();
        }
        catch (Exception) when (seen++ < 10)
        {
        }
    }
}

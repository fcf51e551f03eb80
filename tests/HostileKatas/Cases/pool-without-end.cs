// hostile: work for the pool without end -> more than
public static class Kata
{
    public static void Run()
    {
        for (var i = 0; ; i++) ThreadPool.QueueUserWorkItem(_ => { });
    }
}

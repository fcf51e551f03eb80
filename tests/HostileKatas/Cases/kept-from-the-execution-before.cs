// hostile: keeps something from one execution to the next, where nobody looks -> AppContext
public static class Kata
{
    static int n;

    public static void Run()
    {
        var before = AppContext.GetData("kata") as int? ?? 0;
        AppContext.SetData("kata", before + 1);
        for (var i = 0; i < before; i++) Interlocked.Increment(ref n);
    }
}

// hostile: keeps something from one execution to the next, where nobody looks -> AppContext
public static class Kata
{
    public static void Run()
    {
        var n = 0;
        var before = AppContext.GetData("kata") as int? ?? 0;
        AppContext.SetData("kata", before + 1);
        for (var i = 0; i < before; i++) Interlocked.Increment(ref n);
    }
}

// harmless: a library that locks for itself -> Proved
public static class Kata
{
    public static void Run()
    {
        var text = TextWriter.Synchronized(new StringWriter());
        var worker = new Thread(() => text.Write("a"));
        worker.Start();
        text.Write("b");
        worker.Join();
    }
}

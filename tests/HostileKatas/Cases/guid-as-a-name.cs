// harmless: a new Guid that decides nothing -> Proved
public static class Kata
{
    public static void Run()
    {
        var name = Guid.NewGuid().ToString();
        var worker = new Thread(() => Console.Out.Flush()) { Name = name };
        worker.Start();
        worker.Join();
    }
}

// hostile: a race behind a call by reflection -> data race
public static class Kata
{
    static int count;

    public static void Run()
    {
        var work = typeof(Kata).GetMethod(nameof(Work))!;
        var worker = new Thread(() => work.Invoke(null, null));
        worker.Start();
        work.Invoke(null, null);
        worker.Join();
    }

    public static void Work() => count++;
}

// hostile: starts a thread by reflection -> Thread
public static class Kata
{
    public static void Run()
    {
        var thread = (Thread)Activator.CreateInstance(typeof(Thread), [new ThreadStart(Work)])!;
        typeof(Thread).GetMethod("UnsafeStart", [])!.Invoke(thread, null);
        typeof(Thread).GetMethod("Join", [])!.Invoke(thread, null);
    }

    static void Work() => Console.Out.Flush();
}

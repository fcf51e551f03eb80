namespace Host.Tests;

static class Two
{
    internal static void Threads(ThreadStart work)
    {
        var a = new Thread(work);
        var b = new Thread(work);
        a.Start();
        b.Start();
        a.Join();
        b.Join();
    }
}

// right: a semaphore with one permit, which everybody gives back for the next
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly SemaphoreSlim ready = new(0);
    string text = "";

    public void Publish(string what)
    {
        text = what;
        ready.Release();
    }

    public string Read()
    {
        ready.Wait();
        ready.Release();
        return text;
    }
}

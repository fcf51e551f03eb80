// wrong: the signal is static: what one announcement says opens all others -> of another announcement, or none
// hint /static readonly \w*(?:Event|Semaphore)\w*/: A static signal is shared by all announcements: each needs its own.
namespace Katas.ReadySignal;

public sealed class Announcement
{
    static readonly ManualResetEventSlim published = new();
    string text = "";

    public void Publish(string what)
    {
        Volatile.Write(ref text, what);
        published.Set();
    }

    public string Read()
    {
        published.Wait();
        return Volatile.Read(ref text);
    }
}

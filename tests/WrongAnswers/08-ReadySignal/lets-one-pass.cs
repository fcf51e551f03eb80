// wrong: an event that closes behind the first who passes -> deadlock
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly AutoResetEvent ready = new(false);
    string text = "";

    public void Publish(string what)
    {
        text = what;
        ready.Set();
    }

    public string Read()
    {
        ready.WaitOne();
        return text;
    }
}

// wrong: an event that closes behind the first who passes -> deadlock
// hint /^(?!.*\.WaitOne\(\);[^{}]*\.Set\(\)).*\bAutoResetEvent\b/: This event closes behind the first who passes. There is one that stays open.
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

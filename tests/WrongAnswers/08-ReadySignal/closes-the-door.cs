// wrong: resets the signal as soon as it has passed -> deadlock
// hint /\.Wait(?:One)?\(\);[^{}]*\.Reset\(\)/: Who comes through closes the door behind, and the next one waits for ever.
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly ManualResetEventSlim ready = new();
    string text = "";

    public void Publish(string what)
    {
        text = what;
        ready.Set();
    }

    public string Read()
    {
        ready.Wait();
        ready.Reset();
        return text;
    }
}

// wrong: wakes one of those who wait -> Everybody who waits gets the text
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly object gate = new();
    string text = "";
    bool ready;

    public void Publish(string what)
    {
        lock (gate)
        {
            text = what;
            ready = true;
            Monitor.Pulse(gate);
        }
    }

    public string Read()
    {
        lock (gate)
        {
            while (!ready)
                Monitor.Wait(gate);
            return text;
        }
    }
}

// right: a flag under a lock, and a pulse for all who wait
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
            Monitor.PulseAll(gate);
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

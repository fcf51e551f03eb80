// right: sleeps under the lock for a while at a time, and looks again
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly object gate = new();
    string? text;

    public void Publish(string what)
    {
        lock (gate)
        {
            text = what;
            Monitor.PulseAll(gate);
        }
    }

    public string Read()
    {
        lock (gate)
        {
            while (text is null) Monitor.Wait(gate, 50);
            return text;
        }
    }
}

// wrong: wakes one of those who wait -> Everybody who waits gets the text
// hint /^(?!.*PulseAll)(?!.*Monitor\.Pulse\(.*Monitor\.Pulse\().*Monitor\.Pulse\(/: `Pulse` wakes one of those who sleep. How many may there be?
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

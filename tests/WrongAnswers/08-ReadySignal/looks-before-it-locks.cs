// wrong: looks at the flag, then takes the lock to wait; the pulse can come in between -> lost wake-up
// hint /(?:if|while) \(!\w+\) (?:\{ )?lock \(\w+\) (?:\{ )?Monitor\.Wait\(/: Between your look and your lock the pulse may come, and nobody is asleep yet to hear it.
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly object gate = new();
    string text = "";
    volatile bool ready;

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
        if (!ready)
        {
            lock (gate)
                Monitor.Wait(gate);
        }
        return text;
    }
}

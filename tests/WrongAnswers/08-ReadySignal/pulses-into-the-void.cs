// wrong: a pulse without a flag: who isn't waiting yet never hears of it -> lost wake-up
// hint /Read\(\) \{ lock \((\w+)\) (?:\{ )?Monitor\.Wait\(\1\)/: A pulse is heard only by those who sleep already. What could stay, for who comes later?
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly object gate = new();
    string text = "";

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
            Monitor.Wait(gate);
            return text;
        }
    }
}

// wrong: a volatile flag shows what was written before it; but the waiting keeps a processor busy -> a reader that waits keeps a processor busy
// hint /while \([^{};]*\) (?:\{ (?:Thread\.\w+\([^)]*\); )?\}|;)/: The reader goes round and round until there is a text. What would let its thread sleep until then?
namespace Katas.ReadySignal;

public sealed class Announcement
{
    string text = "";
    volatile bool ready;

    public void Publish(string what)
    {
        text = what;
        ready = true;
    }

    public string Read()
    {
        while (!ready)
        {
        }
        return text;
    }
}

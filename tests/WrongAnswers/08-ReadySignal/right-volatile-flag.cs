// right: a volatile flag shows what was written before it; but the waiting keeps a processor busy
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

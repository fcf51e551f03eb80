// wrong: raises the flag before the text is there -> the reader came back without the text
namespace Katas.ReadySignal;

public sealed class Announcement
{
    string text = "";
    volatile bool ready;

    public void Publish(string what)
    {
        ready = true;
        text = what;
    }

    public string Read()
    {
        while (!ready)
        {
        }
        return text;
    }
}

// wrong: raises the flag before the text is there -> the reader came back without the text
// hint /Publish\(string (\w+)\) \{[^{}]* = true;[^{}]* = \1;/: Whoever sees the flag takes it that the text is there. At that moment, is it?
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

// wrong: takes the text for the flag, and nothing orders the two threads -> data race on `text`
namespace Katas.ReadySignal;

public sealed class Announcement
{
    string? text;

    public void Publish(string what)
    {
        text = what;
    }

    public string Read()
    {
        while (text is null)
        {
        }
        return text;
    }
}

// wrong: gives the signal before the text is there -> the reader came back without the text
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly ManualResetEventSlim ready = new();
    string text = "";

    public void Publish(string what)
    {
        ready.Set();
        text = what;
    }

    public string Read()
    {
        ready.Wait();
        return text;
    }
}

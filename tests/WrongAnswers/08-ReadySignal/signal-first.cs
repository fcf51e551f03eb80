// wrong: gives the signal before the text is there -> the reader came back without the text
// hint /Publish\(string (\w+)\) \{[^{}]*\.(?:Set|Release|Signal)\(\);[^{}]* = \1;/: The signal says that the text is there, and it isn't yet: a reader may be through before the next line.
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

// right: a countdown from one
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly CountdownEvent missing = new(1);
    string text = "";

    public void Publish(string what)
    {
        text = what;
        missing.Signal();
    }

    public string Read()
    {
        missing.Wait();
        return text;
    }
}

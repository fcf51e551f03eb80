// right: the event of the operating system's, which stays set as well
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly ManualResetEvent ready = new(false);
    string text = "";

    public void Publish(string what)
    {
        text = what;
        ready.Set();
    }

    public string Read()
    {
        ready.WaitOne();
        return text;
    }
}

// wrong: lets two pass, as many as there are readers in the spec that was red -> deadlock
// hint /\.Release\(\d+\)/: So many permits let so many readers pass, and the next one waits for ever.
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly SemaphoreSlim readers = new(0);
    string text = "";

    public void Publish(string what)
    {
        text = what;
        readers.Release(2);
    }

    public string Read()
    {
        readers.Wait();
        return text;
    }
}

// wrong: an exception says that the time is up, and the reader shrugs and returns nothing -> the reader came back without the text
// hint /catch \(TimeoutException/: When the time is up, there is no text yet, and you return all the same. A reader waits as long as it takes.
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly TaskCompletionSource<string> published = new();

    public void Publish(string what) => published.SetResult(what);

    public string Read()
    {
        try
        {
            return published.Task.WaitAsync(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            return "nothing yet";
        }
    }
}

// hostile: an endless loop that awaits -> never ends
public static class Kata
{
    public static async Task Run()
    {
        while (true)
        {
            await Task.Yield();
        }
    }
}

// hostile: an endless loop that awaits -> had not ended after
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

// hostile: awaits in a finally block what is never done -> deadlock
public static class Kata
{
    public static async Task Run()
    {
        try
        {
            await Task.Yield();
        }
        finally
        {
            await new TaskCompletionSource().Task;
        }
    }
}

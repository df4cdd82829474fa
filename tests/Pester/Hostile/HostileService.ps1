# A service on a loopback port of its own that answers each call of the API with the JSON it was given for it.

function Open-HostileService([hashtable] $Responses) {
    $listener = [Net.HttpListener]::new()
    $free = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $free.Start()
    $address = "http://127.0.0.1:$($free.LocalEndpoint.Port)"
    $free.Stop()
    $listener.Prefixes.Add("$address/")
    $listener.Start()
    $answering = Start-ThreadJob -ArgumentList $listener, $Responses {
        param($listener, $responses)
        while ($listener.IsListening) {
            try {
                $context = $listener.GetContext()
            } catch {
                return
            }

            $call = $context.Request.Url.AbsolutePath.Split('/')[2]
            $body = [Text.Encoding]::UTF8.GetBytes($responses[$call])
            $context.Response.ContentType = 'application/json'
            $context.Response.OutputStream.Write($body)
            $context.Response.Close()
        }
    }
    $secret = [securestring]::new()
    'loopback only'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
    [pscustomobject]@{
        Uri = "$address/api"
        Credential = [pscredential]::new('observer', $secret)
        Listener = $listener
        Answering = $answering
    }
}

function Close-HostileService($Service) {
    if ($Service) {
        $Service.Listener.Stop()
        $Service.Answering | Receive-Job -Wait -AutoRemoveJob
    }
}

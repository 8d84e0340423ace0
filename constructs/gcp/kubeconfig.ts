import { interpolate, type Output } from "@pulumi/pulumi";

/**
 * How Google's plugin logs in at the DNS endpoint, which has a certificate that everybody trusts: nothing in it is
 * secret. https://docs.cloud.google.com/kubernetes-engine/docs/how-to/dns-based-endpoint
 */
export function kubeconfig(clusterName: Output<string>, endpoint: Output<string>): Output<string> {
  return interpolate`apiVersion: v1
kind: Config
current-context: ${clusterName}
contexts:
  - name: ${clusterName}
    context: { cluster: ${clusterName}, user: ${clusterName} }
clusters:
  - name: ${clusterName}
    cluster: { server: "https://${endpoint}" }
users:
  - name: ${clusterName}
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: gke-gcloud-auth-plugin
        interactiveMode: Never
        provideClusterInfo: true
`;
}
